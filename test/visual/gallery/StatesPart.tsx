import { Banner } from '../../../renderer/ui/banner/Banner.tsx';
import { Button } from '../../../renderer/ui/button/Button.tsx';
import { EmptyState } from '../../../renderer/ui/empty-state/EmptyState.tsx';
import { ErrorState } from '../../../renderer/ui/error-state/ErrorState.tsx';
import { LoadingState } from '../../../renderer/ui/loading-state/LoadingState.tsx';
import { PageHeader } from '../../../renderer/ui/page-header/PageHeader.tsx';
import { branchMark } from '../../../renderer/ui/theme-mark/branch-mark.ts';
import { ThemeChip } from '../../../renderer/ui/theme-chip/ThemeChip.tsx';
import styles from './gallery.module.css';

export function StatesPart() {
  return (
    <>
      <PageHeader facts="Tomt, venter, feil" title="Tilstander" />
      <Banner action={<Button size="bar">Se siste sikkerhetskopi</Button>} icon="locked" title="Bare lesing." tone="neutral">
        Filen er åpen på en annen maskin siden kl. 9.12.
      </Banner>
      <Banner icon="changedNumbers" title="Tallene er endret." tone="warn">
        To svar er rettet etter utlevering 12.
      </Banner>
      <Banner icon="hardCheck" title="Disken er full." tone="bad">
        Det du skrev siste minutt, er ikke lagret.
      </Banner>
      <EmptyState
        action={
          <Button icon="add" kbd="N" variant="main">
            Planlegg møte
          </Button>
        }
        how="Planlegg det første, eller hent områdene fra i fjor."
        what="Ingen møter i denne runden."
      />
      <LoadingState>Henter 58 svar …</LoadingState>
      <ErrorState
        actions={<Button>Velg en annen fil …</Button>}
        copyLabel="Kopier detaljer"
        next="Rett raden i filen, og hent den inn på nytt."
        onCopyDetails={() => undefined}
        safe="Ingenting er hentet inn. Det som var her fra før, er som det var."
        what="«sytti» er ikke et tall"
        where="Rad 214, kolonne «alder»"
      />
      <div className={styles.body}>
        <div className={styles.row}>
          {Array.from({ length: 12 }, (_, ordinal) => branchMark(ordinal)).map((mark) => (
            <ThemeChip key={mark.colour} mark={mark} name={`Tema ${mark.colour}`} />
          ))}
        </div>
        <div className={styles.row}>
          <ThemeChip mark={branchMark(12)} name="Dobbel strek" />
          <ThemeChip mark={branchMark(25)} name="Prikket strek" />
          <ThemeChip mark={branchMark(40)} name="Uten farge" />
          <ThemeChip mark={branchMark(5)} name="Tilgjengelighet" state="suggested" kbd="Ctrl 1" />
          <ThemeChip mark={branchMark(5)} name="Etter kontortid" polarity="−" polarityText="negativ" state="inferred" />
          <ThemeChip coder="KL" mark={branchMark(3)} name="I egen sak" onRemove={() => undefined} removeLabel="Fjern" />
        </div>
      </div>
    </>
  );
}
