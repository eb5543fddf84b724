-- Nothing here names a sender: no address, no cookie, no agent, and no time finer than a day. Keys are stored as hashes.

create table setting (
  name text primary key,
  value text not null
);

create table report_case (
  number text primary key,
  state text not null default 'received' check (
    state in ('received', 'published', 'accepted', 'declined', 'duplicate', 'needs-evidence', 'withdrawn')
  ),
  kind text check (kind in ('experience', 'correction', 'source-change')),
  reason text,
  duplicate_of text references report_case (number),
  received_on date,
  due_on date,
  answered_on date,
  changed_on date,
  -- What was reported, as the schemas of `data/core/schema` have it.
  report jsonb,
  -- What cases are limited and merged by: the fact, or region, operator and what was tried.
  subject text,
  region_id text,
  operator_id text,
  -- Whether the desk found the texts fit to be read by all.
  is_text_public boolean not null default false,
  -- SHA-256 of the sender's key; null for cases of the desk's own.
  key_hash text,
  check ((state = 'declined') = (reason is not null)),
  check ((state = 'duplicate') = (duplicate_of is not null)),
  -- A withdrawal leaves number and state.
  check (
    case when state = 'withdrawn'
      then num_nonnulls(kind, received_on, due_on, answered_on, changed_on, report, subject, region_id, operator_id, key_hash) = 0
      else num_nulls(kind, received_on, due_on, changed_on, report, subject) = 0
    end
  )
);

create index report_case_by_age on report_case (received_on desc nulls last, number);

create index report_case_by_subject on report_case (subject, state);

-- A retry brings the same key; the body tells a retry from another report under the same key.
create table idempotency (
  key_hash text primary key,
  body_hash text not null,
  number text not null references report_case (number),
  made_on date not null
);

-- Proofs of work that were used, until they expire.
create table spent_proof (
  hash text primary key,
  expires_on date not null
);

-- What the desk asked and the sender answered, in their order; deleted with a withdrawal.
create table message (
  number text not null references report_case (number),
  ordinal integer not null,
  author text not null check (author in ('desk', 'sender')),
  written_on date not null,
  body text not null,
  primary key (number, ordinal)
);
