-- Why the clock cannot act on a stall, and tries it again later; null: it can.
alter table stall add column set_aside text;
