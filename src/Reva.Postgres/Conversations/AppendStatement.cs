using Npgsql;
using NpgsqlTypes;

namespace Reva.Postgres.Conversations;

/// <summary>
/// One statement, so one round trip and one commit, for many appends: it moves each conversation from its expected version to the
/// next and stores the events, messages, turns and mails of those that moved. The others are left as they were.
/// </summary>
internal static class AppendStatement
{
    private const string Sql = """
        with incoming as (
            select * from unnest($1::int[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::bigint[],
                $10::bigint[], $11::bigint[], $12::uuid[], $13::text[], $14::smallint[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[],
                $20::text[], $21::text[], $22::timestamptz[], $23::text[], $24::smallint[], $25::timestamptz[], $26::timestamptz[], $27::text[])
            as t(n, store_id, conversation_id, expected_version, visitor_id, channel, status, last_seq, answered_seq,
                last_shopper_seq, version, append_id, intent, sentiment, memory, page, customer_email, ticket_id, escalation_reason,
                escalation_priority, escalation_summary, escalated_at, resolution_summary, score, created_at, updated_at, takeover)
        ), moved as (
            update conversations c set status = i.status, last_seq = i.last_seq, answered_seq = i.answered_seq, last_shopper_seq = i.last_shopper_seq,
                version = i.version, append_id = i.append_id, intent = i.intent, sentiment = i.sentiment, memory = i.memory::jsonb, page = i.page::jsonb,
                customer_email = i.customer_email, ticket_id = i.ticket_id, escalation_reason = i.escalation_reason,
                escalation_priority = i.escalation_priority, escalation_summary = i.escalation_summary, escalated_at = i.escalated_at,
                resolution_summary = i.resolution_summary, score = i.score, updated_at = i.updated_at, takeover = i.takeover::jsonb
            from incoming i
            where c.store_id = i.store_id and c.conversation_id = i.conversation_id and i.expected_version > 0 and c.version = i.expected_version
            returning i.n
        ), begun as (
            insert into conversations (store_id, conversation_id, visitor_id, channel, status, last_seq, answered_seq, last_shopper_seq, version,
                append_id, intent, sentiment, memory, page, customer_email, ticket_id, escalation_reason, escalation_priority, escalation_summary,
                escalated_at, resolution_summary, score, created_at, updated_at, takeover)
            select store_id, conversation_id, visitor_id, channel, status, last_seq, answered_seq, last_shopper_seq, version,
                append_id, intent, sentiment, memory::jsonb, page::jsonb, customer_email, ticket_id, escalation_reason, escalation_priority,
                escalation_summary, escalated_at, resolution_summary, score, created_at, updated_at, takeover::jsonb
            from incoming where expected_version = 0
            on conflict (store_id, conversation_id) do nothing
            returning append_id
        ), accepted as (
            -- Position n of this array tells whether append n was taken; reading it costs the same for every row below.
            select array_agg(i.n in (select n from moved) or i.append_id in (select append_id from begun) order by i.n) as taken from incoming i
        ), stored_events as (
            insert into events (store_id, conversation_id, seq, type, at, data)
            select store_id, conversation_id, seq, type, at, data::json
            from unnest($28::int[], $29::text[], $30::text[], $31::bigint[], $32::text[], $33::timestamptz[], $34::text[])
                as e(n, store_id, conversation_id, seq, type, at, data)
            where (select taken from accepted)[e.n]
        ), stored_messages as (
            insert into messages (store_id, conversation_id, seq, message_id, author, text, client_message_id, turn_id, at, name)
            select store_id, conversation_id, seq, message_id, author, text, client_message_id, turn_id, at, name
            from unnest($35::int[], $36::text[], $37::text[], $38::bigint[], $39::text[], $40::text[], $41::text[], $42::text[], $43::text[], $44::timestamptz[], $45::text[])
                as m(n, store_id, conversation_id, seq, message_id, author, text, client_message_id, turn_id, at, name)
            where (select taken from accepted)[m.n]
        ), stored_turns as (
            insert into turns (store_id, conversation_id, turn_id, started_at, duration_ms, intent, confidence, sentiment, model,
                input_tokens, output_tokens, cost_usd, trace)
            select store_id, conversation_id, turn_id, started_at, duration_ms, intent, confidence, sentiment, model,
                input_tokens, output_tokens, cost_usd, trace::json
            from unnest($46::int[], $47::text[], $48::text[], $49::text[], $50::timestamptz[], $51::float8[], $52::text[], $53::float8[], $54::smallint[],
                $55::text[], $56::bigint[], $57::bigint[], $58::numeric[], $59::text[])
                as t(n, store_id, conversation_id, turn_id, started_at, duration_ms, intent, confidence, sentiment, model,
                    input_tokens, output_tokens, cost_usd, trace)
            where (select taken from accepted)[t.n]
        ), stored_mails as (
            insert into outbox (store_id, mail_key, message, status, attempts, due_at, created_at)
            select store_id, mail_key, message::jsonb, 'waiting', 0, at, at
            from unnest($60::int[], $61::text[], $62::text[], $63::text[], $64::text[], $65::timestamptz[])
                as o(n, store_id, conversation_id, mail_key, message, at)
            where (select taken from accepted)[o.n]
            on conflict (store_id, mail_key) do nothing
        )
        """;

    private const string Taken = " select taken from accepted";

    // Few appends carry actions: the others do not pay for their columns.
    private static string ActionsSql(int actions, int audit) => $"""
        , stored_actions as (
            insert into actions (store_id, conversation_id, action_id, kind, status, order_number, customer_email, document, proposed_at, expires_at, updated_at)
            select store_id, conversation_id, action_id, kind, status, order_number, customer_email, document, proposed_at, expires_at, updated_at
            from jsonb_to_recordset(${actions}::jsonb) as a(n int, store_id text, conversation_id text, action_id text, kind text, status text, order_number text,
                customer_email text, document jsonb, proposed_at timestamptz, expires_at timestamptz, updated_at timestamptz)
            where (select taken from accepted)[a.n]
            on conflict (store_id, conversation_id, action_id) do update set status = excluded.status, document = excluded.document,
                expires_at = excluded.expires_at, updated_at = excluded.updated_at
        ), stored_audit as (
            insert into audit (store_id, conversation_id, n, at, event, actor, actor_name, action_id, action_kind, why, rule, before, after, previous_hash, hash)
            select store_id, conversation_id, number, at, event, actor, actor_name, action_id, action_kind, why, rule, before, after, previous_hash, hash
            from jsonb_to_recordset(${audit}::jsonb) as a(n int, store_id text, conversation_id text, number int, at timestamptz, event text, actor text,
                actor_name text, action_id text, action_kind text, why text, rule text, before text, after text, previous_hash text, hash text)
            where (select taken from accepted)[a.n]
        ), stored_heads as (
            insert into audit_heads (store_id, conversation_id, n, hash)
            select distinct on (store_id, conversation_id) store_id, conversation_id, number, hash
            from jsonb_to_recordset(${audit}::jsonb) as a(n int, store_id text, conversation_id text, number int, hash text)
            where (select taken from accepted)[a.n]
            order by store_id, conversation_id, number desc
            on conflict (store_id, conversation_id) do update set n = excluded.n, hash = excluded.hash
        )
        """;

    /// <summary>Runs it and returns, for each append, whether it was stored. Throws what the driver throws; then none was, or the answer got lost.</summary>
    public static async Task<bool[]> RunAsync(NpgsqlConnection connection, IReadOnlyList<PendingAppend> batch, TimeSpan timeout)
    {
        var acts = batch.Any(p => p.Append.Acts);
        await using var command = new NpgsqlCommand(Sql + Taken, connection) { CommandTimeout = Math.Max(1, (int)timeout.TotalSeconds) };
        var rows = new AppendColumns(command.Parameters);
        for (var i = 0; i < batch.Count; i++)
            rows.Add(i + 1, batch[i]);
        if (acts)
        {
            command.CommandText = Sql + ActionsSql(command.Parameters.Count + 1, command.Parameters.Count + 2) + Taken;
            ActionColumns.Add(command.Parameters, batch);
        }
        await command.PrepareAsync();
        return (bool[])(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Of appends whose answer got lost, the ones that were stored.</summary>
    public static async Task<HashSet<Guid>> StoredAsync(NpgsqlConnection connection, IReadOnlyList<PendingAppend> batch)
    {
        await using var command = new NpgsqlCommand("""
            select c.append_id from unnest($1::text[], $2::text[], $3::uuid[]) as i(store_id, conversation_id, append_id)
            join conversations c on c.store_id = i.store_id and c.conversation_id = i.conversation_id and c.append_id = i.append_id
            """, connection);
        command.Parameters.Add(new() { Value = batch.Select(p => p.Key.Item1).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = batch.Select(p => p.Key.Item2).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = batch.Select(p => p.Id).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync();
        var stored = new HashSet<Guid>();
        while (await reader.ReadAsync())
            stored.Add(reader.GetGuid(0));
        return stored;
    }
}
