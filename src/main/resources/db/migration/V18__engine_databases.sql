-- What each engine database showed when it was looked at last, for those who look after it and for the watcher, which judges its owners
-- up to there; and when it is looked at again, so that of several replicas one does.
create table look (
    source    text        primary key,
    next_at   timestamptz not null,
    looked_at timestamptz,
    query     text,
    failed_at timestamptz,
    error     text,
    rows      integer     not null default 0,
    news_at   timestamptz,
    events    integer     not null default 0,
    set_aside jsonb       not null default '[]'
);

comment on column look.source is 'of the events that its rows make';
comment on column look.looked_at is 'when the last look began that showed anything';
comment on column look.query is 'by which query';
comment on column look.failed_at is 'the last look after that which did not; null when none failed since';
comment on column look.news_at is 'the last look whose rows made events that were new, and events: how many';
