#!/bin/sh
# Copies what cannot be made again into a folder of the day: the record with its drafts and waiting uploads, the accounts, and the audit.
# For /etc/cron.daily. Ends with 0 when the copy is whole.
set -eu
user=board
data=/srv/board/data
day=/backup/$(date +%F)

# The record is its owner's: git reads it for nobody else.
if [ "$(id -un)" != "$user" ]; then
	exec runuser -u "$user" -- env HOME=/srv/board "$0"
fi
umask 077
rm -rf "$day.new"
mkdir "$day.new"
# Asked for as from afar, so that a push at the same moment is in it wholly or not at all.
git clone --quiet --mirror "file://$data/record.git" "$day.new/record.git"
git -C "$day.new/record.git" fsck --no-dangling --no-progress
# Once it is restored, the copy would fetch from itself.
git -C "$day.new/record.git" config --remove-section remote.origin
for file in accounts.json audit.jsonl; do
	if [ -e "$data/$file" ]; then cp -p "$data/$file" "$day.new/"; fi
done
rm -rf "$day"
mv "$day.new" "$day"
