using System.Text.Json;
using Reva.Agent.LanguageModels;
using Reva.Agent.Specialists;
using Reva.Agent.Tests.Understanding;
using Reva.Agent.Tools;
using Reva.Agent.Turns;
using Reva.Core.Conversations;
using Reva.Core.Stores;

namespace Reva.Agent.Tests.LanguageModels;

/// <summary>A specialist of one tool that writes down what it was given and answers as a test says, and a turn to use it in.</summary>
internal sealed class Desk(string toolAnswer = """{"said":"yes"}""") : ISpecialist, ITool, ITurnSink
{
    public List<string> Arguments { get; } = [];

    public List<TurnEvent> Events { get; } = [];

    public string Shown { get; private set; } = "";

    string ISpecialist.Name => "General";

    string ITool.Name => "note";

    public string Description => "Writes a note.";

    public JsonElement Schema { get; } = ToolJson.Schema("""{"type":"object","properties":{"note":{"type":"string"}}}""");

    public string Label => "Writing";

    public IReadOnlyList<ITool> Tools => [this];

    public bool Answers(Intent intent) => true;

    public Task<Reply> AnswerAsync(TurnContext turn, CancellationToken cancellationToken) => Task.FromResult<Reply>("By rules.");

    public Task<ToolAnswer> InvokeAsync(JsonElement arguments, TurnContext turn, CancellationToken cancellationToken)
    {
        Arguments.Add(arguments.GetRawText());
        turn.Findings.Add("found by the model");
        turn.WishedEscalation = new EscalationWish(EscalationReason.LegalOrSafety, Priority.Urgent, "by the model");
        return Task.FromResult(new ToolAnswer(true, toolAnswer));
    }

    public void Emit(TurnEvent turnEvent)
    {
        Events.Add(turnEvent);
        if (turnEvent is TextDelta delta)
            Shown = Shown[..delta.Offset] + delta.Text;
    }

    public TurnContext Turn(string text = "hello", params Utterance[] history) =>
        new(Input(text, history), this, Reading.Shop, Reading.Read(text));

    public static TurnInput Input(string text, params Utterance[] history) => new()
    {
        Store = new StoreProfile { Id = "s", Name = "Fern", Voice = "Warm and short." }, ConversationId = "c", TurnId = "t", Text = text, History = [.. history],
        Now = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero),
    };

    public Task<ModelAttempt> TryAsync(ScriptedModels models, TurnContext turn) => new ModelReply(models, new ReplyPrompt(new Prompts()), new ToolGate(null!, null!)).TryAsync(this, turn, default);
}
