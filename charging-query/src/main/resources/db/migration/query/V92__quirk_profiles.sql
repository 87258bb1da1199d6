-- Known deviations of vendors' stations, and which a station was read with since its last boot.

create table quirk_profile (
    profile_id varchar(64) not null,
    draft      mediumtext,
    drafted_at datetime(6),
    primary key (profile_id)
) character set utf8mb4 collate utf8mb4_bin;

create table quirk_profile_version (
    profile_id   varchar(64) not null,
    version      int         not null,
    content      mediumtext  not null,
    published_at datetime(6) not null,
    primary key (profile_id, version)
) character set utf8mb4 collate utf8mb4_bin;

alter table charge_point
    add column quirk_profile varchar(64),
    add column quirk_version int;
