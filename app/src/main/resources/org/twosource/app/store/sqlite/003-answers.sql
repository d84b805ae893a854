-- Where bytes were fetched from, and what they are packed against: an earlier answer of the same address. What nothing rests on has no base.
alter table raw add column address text not null default '';
alter table raw add column base text;
create index raw_address on raw (address, received);
create index raw_base on raw (base);
