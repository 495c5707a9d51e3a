-- What was learned of how long a step takes at a municipality, from its own runs. Times are in milliseconds.
create table learned (
    municipality text   not null references municipality (id) on delete cascade,
    step         text   not null,
    limit_ms     bigint not null,
    samples      int    not null,
    median_ms    bigint not null,
    spread_ms    bigint not null,
    primary key (municipality, step)
);
