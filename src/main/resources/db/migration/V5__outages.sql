-- What several stalls have in common, once enough of them came together.
create table outage (
    id        uuid primary key,
    cause     text        not null,
    step      text        not null,
    sis       text,
    since     timestamptz not null,
    formed_at timestamptz not null,
    over_at   timestamptz,
    remind_at timestamptz
);

create unique index outage_open on outage (cause) where over_at is null;
create index outage_newest on outage (formed_at desc, id);

-- The cause that a stall may share with others; whether they have been looked for; what they form together.
alter table stall add column cause text;
alter table stall add column cause_sought boolean not null default true;
alter table stall add column outage uuid;

create index stall_seeking on stall (cause) where not cause_sought and state <> 'RESOLVED';
create index stall_of_cause on stall (cause, detected_at) where cause is not null and state <> 'RESOLVED';
create index stall_of_outage on stall (outage, detected_at) where outage is not null;

-- A notice may be of no single municipality.
alter table notice alter column municipality drop not null;
alter table notice add column outage uuid;

create index notice_of_outage on notice (outage) where outage is not null;
