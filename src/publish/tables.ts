/**
 * What the publisher remembers between runs, as tables of one SQLite file:
 *
 * - what is known: `record`, the `shelf`s it stands on, its `place` on each, `upload`ed files and whether they are `shown`, `passage`s for the search, `telling`s of pages to pages;
 * - who asked what of it: `question` with the digest of its answer, `reader` (which page asked), `page`;
 * - `source_file`: what a folder looked like; `fact`: single values.
 *
 * All of it can be made again from the records, so a change here is free: the store is refilled when the engine's digest changes.
 */
export const tables = `
create table record(no integer primary key, id text not null unique, digest text not null, card text not null, listing text, entry text not null) strict;
create table shelf(no integer primary key, name text not null unique, family text not null, n integer not null) strict;
create index shelf_family on shelf(family, name);
create table place(shelf integer not null, key text not null, record integer not null, primary key(shelf, key)) strict, without rowid;
create table upload(url text primary key, digest text not null, bytes integer not null, shown integer not null) strict, without rowid;
create table passage(url text primary key, shard text not null, digest blob not null, text text not null) strict;
create index passage_shard on passage(shard, url);
create table telling(topic text not null, url text not null, digest blob not null, text text not null, primary key(topic, url)) strict, without rowid;
create index telling_url on telling(url, topic);

create table question(no integer primary key, hash integer not null, ask text not null, digest blob not null, topic integer not null, low text not null, high text not null) strict;
create index question_hash on question(hash);
create index question_topic on question(topic, high, low);
create table reader(question integer not null, page integer not null, primary key(question, page)) strict, without rowid;
create table page(no integer primary key, url text not null unique, parent integer not null, digest blob, files text, reads blob) strict;
create index page_parent on page(parent);

create table source_file(path text primary key, stat text not null, digest text not null, id text) strict, without rowid;
create table fact(name text primary key, value text not null) strict, without rowid;
`;

/** The tables above by name, to drop them when the store is refilled. The tree and the assets keep their own, which outlive a refill. */
export const tableNames = [...tables.matchAll(/create table (\w+)/g)].map(([, name]) => name!);
