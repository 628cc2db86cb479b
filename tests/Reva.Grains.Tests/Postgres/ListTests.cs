using Reva.Core.Conversations;
using Reva.Grains.Conversations;
using Reva.Postgres.Conversations;
using Reva.Postgres.Lists;
using Reva.Testing.Database;

namespace Reva.Grains.Tests.Postgres;

public sealed class ListTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly ConversationLog _log = LogSample.Log(postgres.DataSource);
    private readonly ConversationList _list = new(postgres.DataSource);
    private readonly string _store = LogSample.NewId();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _log.DisposeAsync();

    [Fact]
    public async Task Pages_hold_every_conversation_once_newest_first()
    {
        var stored = new List<string>();
        for (var i = 0; i < 7; i++)
            stored.Insert(0, (await BeginAsync($"message {i}")).ConversationId);

        // Ids made within one millisecond have no order but their own.
        stored.Sort((a, b) => string.CompareOrdinal(b, a));
        var read = new List<string>();
        ConversationPage? page = null;
        do
        {
            page = await _list.PageAsync(new() { StoreId = _store, Take = 3, Cursor = page?.NextCursor }, CancellationToken.None);
            read.AddRange(page.Conversations.Select(c => c.Conversation.ConversationId));
        }
        while (page.NextCursor is not null);

        Assert.Equal(stored, read);
    }

    [Fact]
    public async Task Filters_by_state_intent_and_words()
    {
        var open = await BeginAsync("a green jacket for rain");
        var answered = await _log.StoreAsync((await BeginAsync("where is it")).Answers("on its way to you"));
        var resolved = await BeginAsync("thanks", ConversationStatus.Resolved);

        Assert.Equal([resolved.ConversationId], await IdsAsync(new() { StoreId = _store, Status = ConversationStatus.Resolved }));
        Assert.Equal([answered.ConversationId], await IdsAsync(new() { StoreId = _store, Intent = Intent.ProductSearch }));
        Assert.Equal([open.ConversationId], await IdsAsync(new() { StoreId = _store, Text = "Jacket green" }));
        Assert.Equal([answered.ConversationId], await IdsAsync(new() { StoreId = _store, Text = "\"its way\"" }));
        Assert.Empty(await IdsAsync(new() { StoreId = _store, Text = "jacket", Status = ConversationStatus.Resolved }));
        Assert.Empty(await IdsAsync(new() { StoreId = _store, Text = " \0 & | ' ) ( " }));
    }

    [Fact]
    public async Task A_line_shows_the_last_message_and_how_many_there_are()
    {
        await _log.StoreAsync((await BeginAsync("hello")).Answers("hello to you"));
        var line = Assert.Single((await _list.PageAsync(new() { StoreId = _store }, CancellationToken.None)).Conversations);

        Assert.Equal(("hello to you", 2), (line.LastMessage, line.MessageCount));
    }

    [Fact]
    public async Task Another_store_lists_and_reads_nothing()
    {
        var conversation = await BeginAsync("a secret wish");
        var append = conversation.Answers("a secret answer");
        await _log.StoreAsync(append);
        var traces = new TurnTraces(postgres.DataSource);
        var trace = await traces.FindAsync(_store, conversation.ConversationId, append.Turn!.TurnId, CancellationToken.None);

        Assert.Equal(append.Turn, trace);
        Assert.Equal(append.Turn, Assert.Single(await traces.OfConversationAsync(_store, conversation.ConversationId, CancellationToken.None)));
        Assert.Empty(await IdsAsync(new() { StoreId = "south", Text = "secret" }));
        Assert.Empty(await traces.OfConversationAsync("south", conversation.ConversationId, CancellationToken.None));
        Assert.Null(await traces.FindAsync("south", conversation.ConversationId, append.Turn.TurnId, CancellationToken.None));
    }

    private Task<ConversationRecord> BeginAsync(string text, ConversationStatus status = ConversationStatus.Open) =>
        _log.StoreAsync((LogSample.New(_store) with { Status = status }).Says(text));

    private async Task<string[]> IdsAsync(ConversationListQuery query) =>
        [.. (await _list.PageAsync(query, CancellationToken.None)).Conversations.Select(c => c.Conversation.ConversationId)];
}
