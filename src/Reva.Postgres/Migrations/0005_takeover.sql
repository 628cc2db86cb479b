-- Who of the shop's people speaks instead of the agent, or did last.
alter table conversations add column takeover jsonb;
-- The name under which a person wrote; null for shopper and agent.
alter table messages add column name text;
