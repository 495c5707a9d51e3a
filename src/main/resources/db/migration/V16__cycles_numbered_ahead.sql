-- Cycles that begin together are stored together: their keys are drawn fifty at a time. They begin at 2^40, where those that
-- a pod of the version before draws one by one never come.
create sequence cycle_key as bigint increment by 50 start with 1099511627776;
