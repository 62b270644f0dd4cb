import type { Output } from '../../../shared/contract/api.ts';
import { AppError } from '../../../shared/kernel/errors.ts';
import type { LawContext } from '../../../shared/law/index.ts';
import { parseLawFiles, readLawFiles } from '../../core/kernel/law-data.ts';
import { type Invocation, type OptionDefinitions, officeOptions } from './command.ts';
import { cliWorld, withOffice } from './session.ts';
import type { Words } from './words.ts';

/** Where rules and values come from: what is shipped, and on request what an office added. */
export const lawOptions: OptionDefinitions = {
  region: {
    type: 'string',
    value: '510104',
    help: {
      zh: '行政区划代码：适用当地规定和标准；用 --office 时默认为机构所在地',
      en: 'division code: local rules and standards apply; with --office the office’s own by default',
    },
  },
  ...officeOptions,
  office: {
    type: 'string',
    value: 'DIR',
    help: {
      zh: '机构文件夹：连同该机构导入的年份和标准一起计算；不写则只用随程序提供的数据',
      en: 'office folder: its imported years and values are used too; without it only what is shipped',
    },
  },
};

/** Which data an answer was computed with. */
export interface DataUsed {
  readonly from: 'shipped' | 'office';
  readonly region: string | null;
  /** The last year whose holidays are loaded. */
  readonly calendarThrough: number;
  readonly additions: Output<'lawData.current'>['additions'];
}

export interface AppliedLaw {
  readonly ctx: LawContext;
  readonly used: DataUsed;
}

/** @throws AppError `invalid-input` naming `region`; what opening an office throws. */
export async function lawOf(call: Invocation): Promise<AppliedLaw> {
  const code = call.options.text('region');
  if (code !== null && !/^\d{6}$/.test(code))
    throw new AppError('invalid-input', { issues: [{ path: 'region', code: 'region-invalid' }] });
  if (call.options.text('office') === null) return applied({ files: {}, additions: [] }, code, 'shipped');
  return withOffice(call, async ({ client }) => {
    const added = await client.call('lawData.current', {});
    const { regionCode } = await client.call('office.settings', {});
    return applied(added, code ?? regionCode, 'office');
  });
}

function applied(
  { files, additions }: Output<'lawData.current'>,
  region: string | null,
  from: DataUsed['from'],
): AppliedLaw {
  const world = cliWorld();
  const law = parseLawFiles({ ...readLawFiles(world.resources), ...files });
  return {
    ctx: { ...law, asOf: world.clock.today(), ...(region !== null && { region }) },
    used: { from, region, calendarThrough: Math.max(...law.calendar.years), additions },
  };
}

/** One line for people: which data were used. */
export function dataText({ from, calendarThrough, additions }: DataUsed, words: Words): string {
  const own =
    from === 'shipped'
      ? words.say('随程序提供', 'as shipped')
      : additions.length === 0
        ? words.say('随程序提供，机构没有增补', 'as shipped; the office added nothing')
        : `${words.say('随程序提供，另有机构增补 ', 'as shipped, with the office’s ')}${additions
            .map((a) => `${words.label('office', `law.kind.${a.kind}`)} ${a.keys.slice(0, 3).join(' ')}`)
            .join(words.say('、', ', '))}`;
  return words.say(
    `数据：${own}；日历至${calendarThrough}年`,
    `Data: ${own}; calendar through ${calendarThrough}`,
  );
}
