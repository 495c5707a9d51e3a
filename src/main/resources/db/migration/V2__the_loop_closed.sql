-- What signed links are signed with, shared by all replicas.
create table link_key (
    id         bigint generated always as identity primary key,
    secret     bytea       not null,
    created_at timestamptz not null
);

-- When an unsolved stall is taken up again by the clock: to support, or by a reminder to whoever must act. act_at is the
-- earlier of the two, or the end of the quiet somebody asked for; null: never.
alter table stall add column escalate_at timestamptz;
alter table stall add column remind_at timestamptz;
alter table stall add column quiet_until timestamptz;
alter table stall add column act_at timestamptz;

create index stall_to_act_on on stall (act_at) where act_at is not null;
