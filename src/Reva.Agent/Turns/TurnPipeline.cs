using System.Diagnostics;
using System.Text.Json;
using Reva.Agent.Grounding;
using Reva.Agent.Identification;
using Reva.Agent.LanguageModels;
using Reva.Agent.Ports;
using Reva.Agent.Specialists;
using Reva.Agent.Tools;
using Reva.Agent.Understanding;
using Reva.Core.Conversations;

namespace Reva.Agent.Turns;

/// <summary>
/// One turn of the agent: understand → gather → decide → reply → check. Knows only ports, keeps nothing between turns,
/// and answers by rules whenever a model cannot. Thread safe.
/// </summary>
public sealed class TurnPipeline(
    MessageReader reader, ICatalog catalog, ActionAnswers actions, ProofAnswers proofs, RuleAnswer rules, ModelReply modelReply, EscalationTriggers triggers, TurnEnding ending, GroundingOptions grounding)
{
    /// <summary>Runs the turn; every event goes to <paramref name="sink"/>, the last one is <see cref="TurnCompleted"/>. Throws only on cancellation.</summary>
    public async Task RunAsync(TurnInput input, ITurnSink sink, CancellationToken cancellationToken)
    {
        var steps = new StepTimer(sink);
        var vocabulary = await catalog.VocabularyAsync(input.Store.Id, cancellationToken);
        var meaning = await reader.ReadAsync(input, vocabulary, cancellationToken);
        var turn = new TurnContext(input, sink, vocabulary, meaning);
        steps.Done(TurnStep.Understand, meaning.Intent, JsonSerializer.Serialize(meaning, ToolJson.Options));

        await GatherAsync(turn, cancellationToken);
        steps.Done(TurnStep.Gather, null, JsonSerializer.Serialize(new { page = turn.PageProduct?.Handle, verified = turn.VerifiedEmail is not null, order = turn.Memory.FocusOrderNumber }, ToolJson.Options));

        var said = await actions.ToAsync(turn, cancellationToken);
        if (said is { Rest: null or "" })
        {
            Close(Answer.ByRules(said.Text), null, null, turn, steps, sink);
            return;
        }
        if (said is not null)
            turn = await RestAsync(said, turn, cancellationToken);
        var proof = await proofs.ToAsync(turn, cancellationToken);
        if (proof is { Wish: null })
        {
            Close(Answer.ByRules(proof.Reply), null, null, turn, steps, sink);
            return;
        }
        if (proof is not null)
            turn = await WishAsync(proof, turn, cancellationToken);
        meaning = turn.Meaning;

        var demanded = EscalationCheck.Demanded(meaning, input.Memory);
        var specialist = rules.SpecialistFor(meaning.Intent);
        steps.Done(TurnStep.Decide, null, JsonSerializer.Serialize(new { specialist = specialist.Name, demanded }, ToolJson.Options));

        var (answer, withoutModel) = await AnswerAsync(specialist, demanded, turn, cancellationToken);
        steps.Done(TurnStep.Reply, null, JsonSerializer.Serialize(new { answer.Usage.Model, withoutModel }, ToolJson.Options));

        Close(answer, demanded, await triggers.AfterAsync(turn, cancellationToken), turn, steps, sink);
    }

    private void Close(Answer answer, EscalationReason? demanded, EscalationWish? triggered, TurnContext turn, StepTimer steps, ITurnSink sink)
    {
        StepUp.Offer(turn);
        var end = ending.Of(answer, demanded, triggered, turn);
        steps.Done(TurnStep.Check, null, JsonSerializer.Serialize(new
        {
            escalated = end.Escalated?.Reason, end.Memory.Failures, grounding = answer.Grounding, takenBack = answer.TakenBack,
            unfounded = answer.Streamed || grounding.TraceRules ? GroundingCheck.Of(end.Text, TurnFacts.Of(turn, end.Escalated is not null)).Select(u => u.What) : null,
        }, ToolJson.Options));
        end.EmitTo(sink, turn.Meaning);
    }

    // 'Yes, cancel it. And where is #1002?': what follows the answer is a wish of its own.
    private async Task<TurnContext> RestAsync(ActionAnswer said, TurnContext before, CancellationToken cancellationToken)
    {
        var input = before.Input with { Text = said.Rest!, Memory = before.Memory };
        var rest = said.Rest == before.Input.Text ? before : before.For(input, await reader.ReadAsync(input, before.Vocabulary, cancellationToken));
        rest.Open(said.Text);
        return rest;
    }

    // What waited for the proof goes on with its own words; a message that held both is its own.
    private async Task<TurnContext> WishAsync(ProofAnswer proof, TurnContext before, CancellationToken cancellationToken)
    {
        var input = before.Input with { Text = proof.Text!, Memory = before.Memory };
        var meaning = await reader.ReadAsync(input, before.Vocabulary, cancellationToken);
        var wish = before.For(input, meaning with { Intent = proof.Wish!.Value, Parts = [], Entities = meaning.Entities with { PostalCodes = [] } });
        wish.Open(before.Opening + proof.Reply.Text);
        return wish;
    }

    private async Task GatherAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Input.Page?.ProductHandle is { Length: > 0 } handle)
            turn.PageProduct = await catalog.FindByHandleAsync(turn.StoreId, handle, cancellationToken);
    }

    private async Task<(Answer Answer, ModelAbsence? WithoutModel)> AnswerAsync(ISpecialist specialist, EscalationReason? demanded, TurnContext turn, CancellationToken cancellationToken)
    {
        if (demanded is EscalationReason.RequestedPerson or EscalationReason.LegalOrSafety or EscalationReason.Frustrated)
            return (Answer.ByRules(EscalationWords.For(demanded.Value, turn)), null);
        var attempt = await modelReply.TryAsync(specialist, turn, cancellationToken);
        if (attempt.Answer is { } spoken)
            return (spoken, null);
        var answer = Answer.ByRules(await rules.ToAsync(turn, cancellationToken));
        return (attempt.Absence == ModelAbsence.MadeUp ? answer with { Grounding = GroundingOutcome.Replaced, TakenBack = attempt.Unfounded } : answer, attempt.Absence);
    }

    private sealed class StepTimer(ITurnSink sink)
    {
        private long _started = Stopwatch.GetTimestamp();

        public void Done(TurnStep step, Intent? intent, string detail)
        {
            sink.Emit(new StepCompleted(step, Stopwatch.GetElapsedTime(_started), intent, detail));
            _started = Stopwatch.GetTimestamp();
        }
    }
}
