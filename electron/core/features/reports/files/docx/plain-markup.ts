/** XML of a template as the patterns here expect it: no comments, no ">" within a value, nothing that somebody has tracked. Well-formed before, and after. */
export function plainMarkup(xml: string): string {
  const bare = xml
    .replaceAll(/<!--.*?-->/gsu, '')
    .replaceAll(/"[^"<]*"|'[^'<]*'/gu, (value) => value.replaceAll('>', '&gt;'))
    .replaceAll(/<w:style\b[^>]*\/>/gu, '');
  return bare.includes(' w:author=') ? settled(bare) : bare;
}

/** Changes that somebody has tracked, as if they were accepted: they say who wrote when, and what stood there before. */
function settled(xml: string): string {
  return xml
    .replaceAll(/<w:(?:ins|del|moveFrom|moveTo|\w+Change)\b[^>]*\/>/gu, '')
    .replaceAll(/<w:(del|moveFrom)\b[^>]*>.*?<\/w:\1>/gsu, '')
    .replaceAll(/<\/?w:(?:ins|moveTo)\b[^>]*>/gu, '')
    .replaceAll(/<w:(\w+Change)\b[^>]*>.*?<\/w:\1>/gsu, '');
}

/** Where a file lies on a disk, as older programs give it for the description of a picture. */
const path = /[A-Za-z]:[\\/]|\\\\|\bfile:|(?:^|\s)\/\w/iu;

/** The same without descriptions of pictures that tell where the picture lay on somebody's disk. */
export function withoutPaths(xml: string): string {
  return xml.replaceAll(/([\s:](?:descr|title|name|alt|href)=)"([^"]*)"/gu, (all: string, before: string, value: string) =>
    path.test(value) && !/^https?:/iu.test(value) ? `${before}""` : all,
  );
}
