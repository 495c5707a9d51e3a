-- What goes when its time is over is found without reading what stays.
create index event_heartbeat on event (received_at) where municipality is null;
create index notice_created on notice (created_at);
