using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Reva.Postgres.GrainStorage;
using Reva.Testing.Database;

namespace Reva.Grains.Tests.Postgres;

public sealed class GrainStorageTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly PostgresGrainStorage _storage = new(postgres.DataSource);
    private readonly GrainId _grain = GrainId.Create("store", $"store:{LogSample.NewId()}");

    [Fact]
    public async Task A_document_comes_back_as_it_was_written()
    {
        var written = new Held { State = new Document { Text = "Grüße \"und\" 🌲", Numbers = [1, 2, 3], At = DateTimeOffset.UnixEpoch } };
        await _storage.WriteStateAsync("document", _grain, written);
        var read = await ReadAsync();
        Assert.True(read.RecordExists);
        Assert.Equal(written.ETag, read.ETag);
        Assert.Equal((written.State.Text, written.State.At), (read.State.Text, read.State.At));
        Assert.Equal(written.State.Numbers, read.State.Numbers);
    }

    [Fact]
    public async Task What_was_never_written_is_a_new_document()
    {
        var read = await ReadAsync();
        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
        Assert.Equal("", read.State.Text);
    }

    [Fact]
    public async Task Of_two_who_read_the_same_version_the_second_writer_is_refused_and_nothing_of_theirs_is_kept()
    {
        await _storage.WriteStateAsync("document", _grain, new Held { State = { Text = "before" } });
        var (first, second) = (await ReadAsync(), await ReadAsync());
        first.State.Text = "first";
        second.State.Text = "second";
        await _storage.WriteStateAsync("document", _grain, first);
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.WriteStateAsync("document", _grain, second));
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.ClearStateAsync("document", _grain, second));
        await Assert.ThrowsAsync<InconsistentStateException>(() => _storage.WriteStateAsync("document", _grain, new Held { State = { Text = "as if new" } }));
        Assert.Equal("first", (await ReadAsync()).State.Text);
        await _storage.WriteStateAsync("document", _grain, first);
    }

    [Fact]
    public async Task Twenty_writers_at_once_leave_what_exactly_one_of_them_wrote()
    {
        await _storage.WriteStateAsync("document", _grain, new Held());
        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReadAsync()));
        var outcomes = await Task.WhenAll(states.Select(async (state, n) =>
        {
            state.State.Text = $"{n}";
            try
            {
                await _storage.WriteStateAsync("document", _grain, state);
                return n;
            }
            catch (InconsistentStateException)
            {
                return -1;
            }
        }));
        Assert.Equal($"{Assert.Single(outcomes, n => n >= 0)}", (await ReadAsync()).State.Text);
    }

    [Fact]
    public async Task Names_grains_and_stores_do_not_mix_and_a_cleared_document_is_gone()
    {
        var state = new Held { State = { Text = "mine" } };
        await _storage.WriteStateAsync("document", _grain, state);
        Assert.False((await ReadAsync("another")).RecordExists);
        Assert.False((await ReadAsync(grain: GrainId.Create("store", $"store:{LogSample.NewId()}"))).RecordExists);
        await _storage.ClearStateAsync("document", _grain, state);
        Assert.Null(state.ETag);
        Assert.False((await ReadAsync()).RecordExists);
    }

    [Fact]
    public async Task A_large_document_is_kept_whole_and_a_key_without_a_store_is_refused()
    {
        var text = new string('x', 3_000_000);
        await _storage.WriteStateAsync("document", _grain, new Held { State = { Text = text } });
        Assert.Equal(text, (await ReadAsync()).State.Text);
        await Assert.ThrowsAsync<ArgumentException>(() => ReadAsync(grain: GrainId.Create("store", "nameless")));
    }

    private async Task<Held> ReadAsync(string name = "document", GrainId? grain = null)
    {
        var state = new Held();
        await _storage.ReadStateAsync(name, grain ?? _grain, state);
        return state;
    }

    private sealed class Document
    {
        public string Text { get; set; } = "";

        public List<int> Numbers { get; set; } = [];

        public DateTimeOffset At { get; set; }
    }

    private sealed class Held : IGrainState<Document>
    {
        public Document State { get; set; } = new();

        public string? ETag { get; set; }

        public bool RecordExists { get; set; }
    }
}
