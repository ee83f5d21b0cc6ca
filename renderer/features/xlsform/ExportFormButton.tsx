import { useState } from 'react';
import type { VersionId } from '../../../shared/model/ids.ts';
import { receiveFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { spoken } from '../../lib/errors.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';

/** Gives a version as an XLSForm workbook: a save dialog on the desktop, a download in a browser. */
export function ExportFormButton({ versionId }: { readonly versionId: VersionId }) {
  const say = useText();
  const [isBusy, setBusy] = useState(false);
  async function run(): Promise<void> {
    setBusy(true);
    try {
      const { ticket, fileName } = await client.xlsform.exportForm({ versionId });
      if (await receiveFile(ticket, fileName)) notice.set({ text: say('xlsform.export.done', { file: fileName }), tone: 'neutral' });
    } catch (error) {
      const { message, params } = spoken(error);
      notice.set({ text: say.any(message, params), tone: 'bad' });
    } finally {
      setBusy(false);
    }
  }
  return (
    <Button icon="export" isDisabled={isBusy} onPress={() => void run()} variant="quiet">
      {say('xlsform.export.action')}
    </Button>
  );
}
