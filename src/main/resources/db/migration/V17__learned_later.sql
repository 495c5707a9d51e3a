-- Whose last runs have not been learned from yet: the watcher does it when it is due, once for all that came meanwhile. A pod of
-- the version before learns by itself at once, and adds nobody.
create table to_learn (
    municipality text        primary key references municipality (id) on delete cascade,
    due_at       timestamptz not null
);

create index to_learn_due on to_learn (due_at);
