import type { z } from 'zod';
import type { OutputOf } from '../../../../shared/contract/builders.ts';
import { causes } from '../../../../shared/features/cases/case.schemas.ts';
import {
  conclusions,
  type enquiriesContract,
  enquiryStates,
} from '../../../../shared/features/enquiries/enquiries.contract.ts';
import { maskPhone } from '../../../../shared/features/people/mask.ts';
import { checkInput } from '../../../../shared/features/people/people.contract.ts';
import type { ReadHandle } from '../../kernel/context.ts';

const pageSize = 50;
type List = (typeof enquiriesContract)['enquiries.list'];
type Sought = z.output<typeof checkInput>['self'];

export const soughtOf = (json: string): Sought => checkInput.shape.self.parse(JSON.parse(json));

/** Enquiries newest first, one page of them. */
export async function listEnquiries(
  db: ReadHandle,
  { status, cursor }: z.output<List['input']>,
): Promise<OutputOf<List>> {
  let query = db
    .selectFrom('enquiry')
    .leftJoin('case_file', 'case_file.id', 'enquiry.case_id')
    .selectAll('enquiry')
    .select('case_file.number as case_number')
    .orderBy('enquiry.id', 'desc')
    .limit(pageSize + 1);
  if (status !== 'all') query = query.where('enquiry.status', '=', status);
  if (cursor) query = query.where('enquiry.id', '<', cursor);
  const rows = await query.execute();
  const items = rows.slice(0, pageSize).map((r) => ({
    id: r.id,
    number: r.number,
    receivedAt: r.received_at,
    receivedBy: r.received_by_name,
    name: r.name,
    phone: maskPhone(soughtOf(r.self).phone || null),
    otherName: r.other_name,
    cause: causes.find((c) => c === r.cause) ?? ('other' as const),
    about: r.about,
    status: enquiryStates.find((s) => s === r.status) ?? ('open' as const),
    result: r.result,
    conclusion: conclusions.find((c) => c === r.conclusion) ?? ('related' as const),
    caseId: r.case_id,
    caseNumber: r.case_number,
    version: r.version,
  }));
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
}
