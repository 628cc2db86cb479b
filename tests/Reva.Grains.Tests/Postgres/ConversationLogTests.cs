using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Reva.Agent.Turns;
using Reva.Core.Catalog;
using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;
using Reva.Testing.Database;

namespace Reva.Grains.Tests.Postgres;

public sealed class ConversationLogTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly ConversationLog _log = LogSample.Log(postgres.DataSource);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _log.DisposeAsync();

    [Fact]
    public async Task A_conversation_comes_back_as_it_was_stored()
    {
        var stored = LogSample.New() with
        {
            Page = new("https://shop/products/coat", "coat"), CustomerEmail = "a@b.example", ResolutionSummary = "sent a new one", Score = 4, Sentiment = 2,
            Escalation = new("T-1" + LogSample.NewId(), EscalationReason.RequestedPerson, Priority.High, "wants a person", LogSample.Noon),
            Memory = new() { LastQuery = new ProductQuery { Text = "coat", Colors = ["green"], MaxPrice = 99.5m }, ShownProductIds = ["p1", "p2"], Failures = 1 },
        };
        stored = await _log.StoreAsync(stored.Says("hello"));
        var loaded = await _log.LoadAsync("north", stored.ConversationId, CancellationToken.None);

        Assert.NotNull(loaded);
        Assert.Equal(stored with { Memory = loaded.Memory }, loaded);
        Assert.Equal(["green"], loaded.Memory.LastQuery!.Colors.AsEnumerable());
        Assert.Equal(99.5m, loaded.Memory.LastQuery.MaxPrice);
        Assert.Equal(["p1", "p2"], loaded.Memory.ShownProductIds.AsEnumerable());
    }

    [Fact]
    public async Task An_append_with_an_old_version_stores_nothing_and_says_so()
    {
        var first = await _log.StoreAsync(LogSample.New().Says("one"));
        var second = await _log.StoreAsync(first.Says("two"));

        await Assert.ThrowsAsync<StaleConversationException>(() => _log.AppendAsync(first.Says("from another activation"), CancellationToken.None));
        await Assert.ThrowsAsync<StaleConversationException>(() => _log.AppendAsync(LogSample.New(id: first.ConversationId).Says("begun twice"), CancellationToken.None));

        Assert.Equal(second.Version, (await _log.LoadAsync("north", first.ConversationId, CancellationToken.None))!.Version);
        Assert.Equal(["one", "two"], (await _log.MessagesAsync("north", first.ConversationId, 9, CancellationToken.None)).Select(m => m.Text));
    }

    [Fact]
    public async Task A_stale_append_fails_alone_among_many()
    {
        var begun = await _log.StoreAsync(LogSample.New().Says("one"));
        var good = Enumerable.Range(0, 60).Select(_ => LogSample.New()).ToArray();
        var stale = _log.AppendAsync((begun with { Version = 7 }).Says("stale"), CancellationToken.None);
        await Task.WhenAll(good.Select(c => _log.AppendAsync(c.Says("fine"), CancellationToken.None)));

        await Assert.ThrowsAsync<StaleConversationException>(() => stale);
        Assert.All(await Task.WhenAll(good.Select(_log.AllEventsAsync)), events => Assert.Single(events));
    }

    [Fact]
    public async Task An_append_that_the_database_refuses_takes_no_other_with_it()
    {
        var good = Enumerable.Range(0, 60).Select(_ => LogSample.New()).ToArray();
        var bad = LogSample.New().Says("no JSON");
        var refused = _log.AppendAsync(bad with { Events = [bad.Events[0] with { Data = "{" }] }, CancellationToken.None);
        await Task.WhenAll(good.Select(c => _log.AppendAsync(c.Says("fine"), CancellationToken.None)));

        await Assert.ThrowsAnyAsync<Exception>(() => refused);
        Assert.Null(await _log.LoadAsync("north", bad.Conversation.ConversationId, CancellationToken.None));
        Assert.All(await Task.WhenAll(good.Select(_log.AllEventsAsync)), events => Assert.Single(events));
    }

    [Fact]
    public async Task The_same_client_message_id_is_stored_once()
    {
        var first = await _log.StoreAsync(LogSample.New().Says("one", "mine"));

        await Assert.ThrowsAsync<StaleConversationException>(() => _log.AppendAsync(first.Says("one", "mine"), CancellationToken.None));

        Assert.Equal(1, (await _log.FindClientMessageAsync("north", first.ConversationId, "mine", CancellationToken.None))?.Seq);
        Assert.Null(await _log.FindClientMessageAsync("north", first.ConversationId, "another", CancellationToken.None));
        Assert.Single(await _log.AllEventsAsync(first));
    }

    [Fact]
    public async Task Characters_that_PostgreSQL_does_not_take_do_not_cost_the_message()
    {
        var append = LogSample.New().Says("a\0b \ud800 c \U0001F600");
        append = append with { Events = [append.Events[0] with { Data = """{"text":"a\u0000b \\u0000 \ud83d\ude00"}""" }] };
        var stored = await _log.StoreAsync(append with { Conversation = append.Conversation with { Memory = new() { FocusOrderNumber = "1\0" } } });

        Assert.Equal("ab \ufffd c \U0001F600", (await _log.MessagesAsync("north", stored.ConversationId, 1, CancellationToken.None))[0].Text);
        Assert.Equal("""{"text":"ab \\u0000 \ud83d\ude00"}""", (await _log.AllEventsAsync(stored))[0].Data);
        Assert.Equal("1", (await _log.LoadAsync("north", stored.ConversationId, CancellationToken.None))!.Memory.FocusOrderNumber);
    }

    [Fact]
    public async Task Another_store_reads_nothing_of_a_conversation()
    {
        var stored = await _log.StoreAsync(LogSample.New("north").Says("secret", "mine"));
        var id = stored.ConversationId;

        Assert.NotNull(await _log.LoadAsync("north", id, CancellationToken.None));
        Assert.Null(await _log.LoadAsync("south", id, CancellationToken.None));
        Assert.Empty(await _log.EventsAsync("south", id, 0, 100, CancellationToken.None));
        Assert.Empty(await _log.MessagesAsync("south", id, 100, CancellationToken.None));
        Assert.Null(await _log.FindClientMessageAsync("south", id, "mine", CancellationToken.None));
        await Assert.ThrowsAsync<StaleConversationException>(() => _log.AppendAsync((stored with { StoreId = "south" }).Says("taken over"), CancellationToken.None));
    }

    [Fact]
    public async Task Only_conversations_that_wait_for_an_answer_are_resumed()
    {
        var waiting = await _log.StoreAsync(LogSample.New().Says("hello?"));
        var answered = await _log.StoreAsync((await _log.StoreAsync(LogSample.New().Says("hi"))).Answers("hello"));
        var resolved = await _log.StoreAsync((LogSample.New() with { Status = ConversationStatus.Resolved }).Says("bye"));

        var unanswered = (await _log.UnansweredAsync(CancellationToken.None)).Select(c => c.ConversationId).ToArray();

        Assert.Contains(waiting.ConversationId, unanswered);
        Assert.DoesNotContain(answered.ConversationId, unanswered);
        Assert.DoesNotContain(resolved.ConversationId, unanswered);
    }

    [Fact]
    public void Whatever_the_appends_events_are_read_in_order_without_gaps() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>().Filter(sizes => sizes.Length is > 0 and < 12), sizes =>
        {
            var conversations = StoreAllAsync(sizes).GetAwaiter().GetResult();
            return conversations.All(c =>
            {
                var events = _log.AllEventsAsync(c).GetAwaiter().GetResult();
                return events.Select(e => e.Seq).SequenceEqual(Enumerable.Range(1, (int)c.LastSeq).Select(i => (long)i));
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    // Three conversations side by side, each append made when the one before it was acknowledged.
    private Task<ConversationRecord[]> StoreAllAsync(byte[] sizes) => Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
    {
        var conversation = LogSample.New();
        foreach (var size in sizes)
            conversation = await _log.StoreAsync(size % 2 == 0 ? conversation.Says("text") : conversation.Answers("reply", 1 + size % 7));
        return conversation;
    }));
}
