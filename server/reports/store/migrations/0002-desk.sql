create table desk_member (
  name text primary key,
  joined_on date not null
);

create table passkey (
  credential_id text primary key,
  member text not null references desk_member (name),
  public_key text not null,
  counter bigint not null,
  transports text[] not null default '{}',
  added_on date not null
);

create table invitation (
  token_hash text primary key,
  name text not null,
  expires_at timestamptz not null
);

-- Challenges of WebAuthn ceremonies: each is taken out when it is answered.
create table passkey_challenge (
  hash text primary key,
  purpose text not null,
  expires_at timestamptz not null
);

create table desk_session (
  token_hash text primary key,
  member text not null references desk_member (name),
  expires_at timestamptz not null
);

-- Acts of the desk. Texts of senders never stand here, so that a withdrawal can take everything back.
create table desk_log (
  ordinal bigint generated always as identity primary key,
  done_on date not null,
  member text not null,
  act text not null,
  number text,
  detail jsonb not null default '{}'
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log of the desk is append-only';
end
$$;

create trigger desk_log_is_append_only before update or delete or truncate on desk_log
  for each statement execute function refuse_change();
