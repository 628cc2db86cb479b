-- Who was here before: by browser, and by the address that was proved.
create index conversations_by_visitor on conversations (store_id, visitor_id);
create index conversations_by_email on conversations (store_id, (memory #>> '{identity,email}')) where memory #>> '{identity,email}' is not null;
