-- Addresses that a mail server has refused for good; a mail that arrives after all takes the mark away.
create table refused_address (
    municipality text        not null references municipality (id) on delete cascade,
    address      text        not null,
    refused_at   timestamptz not null,
    reason       text        not null,
    primary key (municipality, address)
);
