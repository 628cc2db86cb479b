using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Embedded.Tests.Contract;

public interface INoteGrain : IGrainWithStringKey
{
    Task Write(string text);
    Task<string> Read();
    Task<bool> Exists();
    Task Clear();
    Task<string> Reread();
}

public sealed class Note
{
    public string Text { get; set; } = "";
}

public sealed class NoteGrain([PersistentState("note")] IPersistentState<Note> note) : Grain, INoteGrain
{
    public Task Write(string text)
    {
        note.State.Text = text;
        return note.WriteStateAsync();
    }

    public Task<string> Read() => Task.FromResult(note.State.Text);

    public Task<bool> Exists() => Task.FromResult(note.RecordExists);

    public Task Clear() => note.ClearStateAsync();

    public async Task<string> Reread()
    {
        await note.ReadStateAsync();
        return note.State.Text;
    }
}

public sealed class StateTests
{
    [Fact]
    public async Task State_is_there_before_the_first_request_and_survives_its_activation()
    {
        await using var silo = await TestSilo.StartAsync();
        var note = silo.Grains.GetGrain<INoteGrain>("note:kept");
        Assert.False(await note.Exists());
        await note.Write("kept");
        await EndAsync(silo, note);
        Assert.Equal("kept", await note.Read());
        Assert.True(await note.Exists());
        await note.Clear();
        Assert.False(await note.Exists());
        Assert.Equal("", await note.Read());
        await EndAsync(silo, note);
        Assert.False(await note.Exists());
    }

    [Fact]
    public async Task Of_two_activations_the_second_writer_fails_and_then_sees_what_the_first_wrote()
    {
        await using var silo = await TestSilo.StartAsync();
        var note = silo.Grains.GetGrain<INoteGrain>("note:two");
        await note.Write("before");
        var loser = silo.Silo.ActivationOf(note.GetGrainId());
        silo.Silo.Detach(note.GetGrainId());
        await note.Write("the winner's");
        silo.Silo.Detach(note.GetGrainId());
        // The key leads to the activation of before again, whose picture is old.
        silo.Silo.Adopt(loser);
        await Assert.ThrowsAsync<InconsistentStateException>(() => note.Write("the loser's"));
        Assert.Equal("the winner's", await note.Read());
        await note.Write("after");
        Assert.Equal("after", await note.Reread());
    }

    private static Task EndAsync(TestSilo silo, IAddressable grain) =>
        silo.Silo.ActivationOf(grain.GetGrainId()).EndAsync(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "Enough."));
}
