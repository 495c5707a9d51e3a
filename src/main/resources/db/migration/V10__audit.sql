-- Who has done what, kept in the commit that did it. subject: the id of what it was done to, where that is not the
-- municipality itself; detail: what it was about. Neither has a contact's name or address in it.
create table audit (
    id           uuid primary key,
    at           timestamptz not null,
    by_whom      text        not null,
    deed         text        not null,
    municipality text,
    subject      text,
    detail       text
);

create index audit_newest on audit (at desc, id);
create index audit_of_municipality on audit (municipality, at desc);
