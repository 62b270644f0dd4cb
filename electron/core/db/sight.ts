import {
  AliasNode,
  type DeleteQueryNode,
  DummyDriver,
  type ExpressionBuilder,
  expressionBuilder,
  FromNode,
  IdentifierNode,
  type JoinNode,
  Kysely,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  type SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  TableNode,
  type UpdateQueryNode,
  WhereNode,
} from 'kysely';
import type { Database } from './schema.ts';

/** Builds statements and runs none. */
const builder = new Kysely<Database>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

interface Viewer {
  readonly userId: string;
}

/** Cases that somebody handles or was given sight of. */
const ownCases = (userId: string) =>
  builder
    .selectFrom('case_file')
    .select('case_file.id')
    .where('case_file.handler_id', '=', userId)
    .union(
      builder
        .selectFrom('case_sight')
        .select('case_sight.case_id as id')
        .where('case_sight.user_id', '=', userId)
        .where('case_sight.ended_on', 'is', null)
        .where('case_sight.deleted_at', 'is', null),
    );

/** People who stand in one of these cases. */
const ownPeople = ({ userId }: Viewer) => {
  const of = (table: 'case_member' | 'respondent' | 'agent') =>
    builder
      .selectFrom(table as 'agent')
      .select('person_id')
      .where('person_id', 'is not', null)
      .where('case_id', 'in', ownCases(userId));
  return of('case_member').union(of('respondent')).union(of('agent'));
};

const ownEnquiries = ({ userId }: Viewer) =>
  builder
    .selectFrom('enquiry')
    .select('id')
    .where((eb) => eb.or([eb('received_by', '=', userId), eb('case_id', 'in', ownCases(userId))]));

type AnyColumn = ExpressionBuilder<Database, 'task'>;
const eb: AnyColumn = expressionBuilder<Database, 'task'>();
type Rule = (eb: AnyColumn, table: string, viewer: Viewer) => ReturnType<AnyColumn['or']>;

/** A column of whatever table is asked for, by its full name: the statement around may have others of that name. */
const column = (table: string, name: string) => `${table}.${name}` as 'task.case_id';

const byCase: Rule = (eb, table, { userId }) =>
  eb.and([eb(column(table, 'case_id'), 'in', ownCases(userId))]);
const byPerson: Rule = (eb, table, viewer) =>
  eb.and([eb(column(table, 'person_id'), 'in', ownPeople(viewer))]);

const nobody: Rule = (eb) => eb.and([eb.lit(false)]);

/** `open`: nothing of a case stands in it, or only ids that lead nowhere without a table that is not open. */
const rules: { readonly [T in keyof Database]: Rule | 'open' } = {
  case_file: (eb, table, { userId }) =>
    eb.or([
      eb(column(table, 'handler_id'), '=', userId),
      eb(
        column(table, 'id'),
        'in',
        builder
          .selectFrom('case_sight')
          .select('case_sight.case_id')
          .where('case_sight.user_id', '=', userId)
          .where('case_sight.ended_on', 'is', null)
          .where('case_sight.deleted_at', 'is', null),
      ),
    ]),
  case_member: byCase,
  respondent: byCase,
  agent: byCase,
  case_event: byCase,
  claim_item: byCase,
  member_wages: byCase,
  case_group: byCase,
  group_act: byCase,
  evidence: byCase,
  outcome: byCase,
  payment: byCase,
  recovery: byCase,
  recovered_case: byCase,
  // Sums over the cases of the whole office: whoever sees only some cases has them summed up from their own.
  recovered_group: nobody,
  recovered_total: nobody,
  deadline: byCase,
  date_confirmation: byCase,
  date_choice: byCase,
  document: byCase,
  particular: byCase,
  paper_service: byCase,
  // What was asked for names cases and a folder: whoever sees only some cases sees their own batches.
  paper_batch: (eb, table, { userId }) => eb.and([eb(column(table, 'started_by'), '=', userId)]),
  paper_batch_item: byCase,
  text_draft: byCase,
  hearing: byCase,
  minutes: byCase,
  predate: byCase,
  date_entry: byCase,
  time_entry: byCase,
  closing_tick: byCase,
  case_closing: byCase,
  case_sight: byCase,
  aid_record: byCase,
  aid_lawyer: 'open',
  aid_standard: 'open',
  // A link shows the other case: only who may see both sees that they are linked.
  case_link: (eb, table, { userId }) =>
    eb.and([
      eb(column(table, 'case_id'), 'in', ownCases(userId)),
      eb(column(table, 'to_case_id'), 'in', ownCases(userId)),
    ]),
  carried_record: 'open',
  // On a case, on a person, or on neither.
  task: byCaseOrPerson,
  note: byCaseOrPerson,
  note_mention: 'open',
  person: (eb, table, viewer) => eb.and([eb(column(table, 'id'), 'in', ownPeople(viewer))]),
  person_key: byPerson,
  person_change: byPerson,
  person_merge: (eb, table, viewer) => eb.and([eb(column(table, 'kept_id'), 'in', ownPeople(viewer))]),
  enquiry: (eb, table, viewer) => eb.and([eb(column(table, 'id'), 'in', ownEnquiries(viewer))]),
  conflict_report: (eb, table, viewer) =>
    eb.and([eb(column(table, 'enquiry_id'), 'in', ownEnquiries(viewer))]),
  audit: byCaseOrActor,
  undo_act: byCaseOrActor,
  undo_row: (eb, table, { userId }) =>
    eb.and([
      eb(
        column(table, 'act_id'),
        'in',
        builder
          .selectFrom('undo_act')
          .select('undo_act.id')
          .where(byCaseOrActor(eb, 'undo_act', { userId }) as never),
      ),
    ]),
  office: 'open',
  app_user: 'open',
  counter: 'open',
  draft: 'open',
  law_data: 'open',
  search_text: 'open',
  search_index: 'open',
  search_index_docsize: 'open',
  search_fill: 'open',
  saved_filter: 'open',
  room: 'open',
  phrase: 'open',
  predate_rule: 'open',
  reminder_shown: 'open',
  calendar_feed: 'open',
  task_template: 'open',
  text_phrase: 'open',
  office_face: 'open',
  form_template: 'open',
};

function byCaseOrPerson(eb: AnyColumn, table: string, viewer: Viewer) {
  return eb.or([
    eb(column(table, 'case_id'), 'in', ownCases(viewer.userId)),
    eb(column(table, 'person_id'), 'in', ownPeople(viewer)),
  ]);
}

function byCaseOrActor(eb: AnyColumn, table: string, { userId }: Viewer) {
  return eb.or([eb(column(table, 'case_id'), 'in', ownCases(userId)), ofNoCase(eb, table, userId)]);
}

/** Acts on no single case are shown to whoever did them. */
function ofNoCase(eb: AnyColumn, table: string, userId: string) {
  return eb.and([eb(column(table, 'case_id'), 'is', null), eb(column(table, 'actor_id'), '=', userId)]);
}

const isRuled = (name: string): name is keyof Database => Object.hasOwn(rules, name);

/**
 * Lets somebody see and change what belongs to their own cases only. It stands between every statement and the store:
 * each table in a query is narrowed to the rows in sight, each change to them, so that no handler can forget to ask and
 * what is out of sight is simply not there (`not-found`, no row in a list, nothing in a count).
 */
class SightTransformer extends OperationNodeTransformer {
  readonly #viewer: Viewer;

  constructor(viewer: Viewer) {
    super();
    this.#viewer = viewer;
  }

  protected override transformSelectQuery(node: SelectQueryNode): SelectQueryNode {
    const own = super.transformSelectQuery(node);
    return {
      ...own,
      ...(own.from && { from: FromNode.create(own.from.froms.map((f) => this.#narrowed(f))) }),
      ...(own.joins && {
        joins: own.joins.map((j): JoinNode => ({ ...j, table: this.#narrowed(j.table) })),
      }),
    };
  }

  protected override transformUpdateQuery(node: UpdateQueryNode): UpdateQueryNode {
    const own = super.transformUpdateQuery(node);
    const name = own.table && tableName(own.table);
    return { ...own, ...this.#only(own.where, name ?? null) };
  }

  protected override transformDeleteQuery(node: DeleteQueryNode): DeleteQueryNode {
    const own = super.transformDeleteQuery(node);
    const [from] = own.from.froms;
    return { ...own, ...this.#only(own.where, from ? tableName(from) : null) };
  }

  #only(where: WhereNode | undefined, name: string | null): { where?: WhereNode } {
    const condition = name === null ? null : this.#condition(name);
    if (condition === null) return where ? { where } : {};
    return {
      where: where ? WhereNode.cloneWithOperation(where, 'And', condition) : WhereNode.create(condition),
    };
  }

  #condition(name: string): OperationNode | null {
    if (!isRuled(name)) return null;
    const rule = rules[name];
    if (rule === 'open') return null;
    return rule(eb, name, this.#viewer).toOperationNode();
  }

  /** `case_file` becomes `(select * from case_file where …) as case_file`. */
  #narrowed(node: OperationNode): OperationNode {
    const name = tableName(node);
    const condition = name === null ? null : this.#condition(name);
    if (name === null || condition === null) return node;
    const all = builder
      .selectFrom(name as 'task')
      .selectAll()
      .toOperationNode();
    const rows = { ...all, where: WhereNode.create(condition) };
    const alias = AliasNode.is(node) ? node.alias : IdentifierNode.create(name);
    return AliasNode.create(rows, alias);
  }
}

const tableName = (node: OperationNode): string | null =>
  TableNode.is(node) ? node.table.identifier.name : AliasNode.is(node) ? tableName(node.node) : null;

/** Applied to the handle of a call; what works for the office as a whole takes it off again (`wholeOffice`). */
export function sightOf(viewer: Viewer): KyselyPlugin {
  const transformer = new SightTransformer(viewer);
  return {
    transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

/** The same handle without anybody's narrower sight: for what follows from a change in cases that its actor may not see. */
export function wholeOffice<C extends { readonly db: { withoutPlugins(): unknown } }>(ctx: C): C {
  return { ...ctx, db: ctx.db.withoutPlugins() };
}
