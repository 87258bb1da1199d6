-- Which gateway node has a command in hand, so that it can end those that a crash left open.
alter table station_command
    add column node varchar(255),
    add key station_command_open (node, ended_at, dispatched_at);
