-- What a line of a bill charges for, as JSON: stretches of its session, the registers and events around them.
alter table bill_line add column sources mediumtext null;
