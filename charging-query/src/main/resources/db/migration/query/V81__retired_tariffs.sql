alter table tariff_version add column retired_at datetime(6) null;
