-- A challenge carries its purpose and its end, signed: only those that were answered are written down, so that strangers who
-- ask for one fill no table.
delete from passkey_challenge;

alter table passkey_challenge drop column purpose;
