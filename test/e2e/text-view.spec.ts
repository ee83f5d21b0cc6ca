import { expect, test } from './host.ts';
import { findPlaces, visit } from './screens.ts';

test('a text that was open before shows its words again at once', async ({ rost }) => {
  const { project, text } = await findPlaces();
  const words = rost.getByRole('document').getByText('Overgangen da jeg fylte atten');
  for (let times = 0; times < 2; times += 1) {
    await visit(rost, `/projects/${project}/coding/texts/${text}`);
    await expect(words).toBeVisible();
    await visit(rost, `/projects/${project}/coding`);
    await expect(rost.getByRole('grid')).toBeVisible();
  }
});
