import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CalculatorsTab } from './calculators/CalculatorsTab.tsx';
import './law.css';
import { lawTabs } from './law.search.ts';
import { useLawData } from './law-data.ts';
import { RulesTab, ruleCounts, statusCounts, statuses } from './rules/RulesTab.tsx';
import { WordsTab } from './words/WordsTab.tsx';

/** The law as the program knows it: every rule to read and try, every calculator, and checks of numbers and words. */
export function LawPage() {
  const { t } = useTranslation('law');
  const { t: tc } = useTranslation();
  const { tab = 'rules', rule, id } = useSearch({ from: '/law' });
  return (
    <>
      <PageHeader
        title={tc('nav.law')}
        aside={
          <>
            {t('lead', ruleCounts)}
            {t('statusLead')}
            {statuses
              .map((status) => `${tc(`verification.${status}.name`)} ${statusCounts[status]}`)
              .join(t('calc.listComma'))}
            {' · '}
            <LawDataUsed />
          </>
        }
      />
      <nav className="law-tabs" aria-label={t('tabs')}>
        {lawTabs.map((name) => (
          <Link
            key={name}
            to="/law"
            search={name === 'rules' ? {} : { tab: name }}
            // Without this the link to the first tab counts as active on every tab.
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={name === tab ? 'page' : undefined}
          >
            {t(`tab.${name}`)}
          </Link>
        ))}
      </nav>
      {tab === 'rules' && <RulesTab id={rule} />}
      {tab === 'calculators' && <CalculatorsTab id={id} />}
      {tab === 'words' && <WordsTab />}
    </>
  );
}

/** Which data the page computes with: as shipped, or with what this office imported or entered. */
function LawDataUsed() {
  const { t } = useTranslation('law');
  const { t: to } = useTranslation('office');
  const { tables, additions } = useLawData();
  const through = Math.max(...tables.calendar.years);
  if (additions.length === 0) return <>{t('dataShipped', { through })}</>;
  const list = additions.map((a) => `${to(`law.kind.${a.kind}`)} ${a.keys.slice(0, 3).join(' ')}`);
  return <>{t('dataOffice', { through, list: list.join(t('calc.listComma')) })}</>;
}
