using FsCheck;
using FsCheck.Fluent;
using Reva.Core.Actions;

namespace Reva.Core.Tests.Actions;

public sealed class ActionLifeTests
{
    private static readonly DateTimeOffset Start = new(2026, 10, 3, 9, 0, 0, TimeSpan.Zero);

    private sealed record Step(ActionStep What, ActionMove Before, ActionMove After, DateTimeOffset At);

    private static List<Step> Live(bool needsApproval, IEnumerable<(ActionStep Step, int Minutes)> steps)
    {
        var (now, move, lived) = (Start, new ActionMove(ActionStatus.Proposed, true, null, Start.AddMinutes(30)), new List<Step>());
        foreach (var (step, minutes) in steps)
        {
            now = now.AddMinutes(minutes);
            var next = ActionLife.Next(move.Status, step, now, move.ExpiresAt, needsApproval);
            lived.Add(new(step, move, next, now));
            move = next;
        }
        return lived;
    }

    // Mostly short waits, now and then one past every expiry, so that long lives are tried as well as late answers.
    private static readonly Gen<int> Minutes = Gen.Frequency((8, Gen.Choose(0, 4)), (1, Gen.Choose(28, 32)), (1, Gen.Choose(4300, 4340)));

    private static void AnyLife(Func<bool, List<Step>, bool> holds)
    {
        var steps = Gen.Elements(Enum.GetValues<ActionStep>()).Zip(Minutes).ListOf(40);
        var lives = Gen.Elements(true, false).Zip(steps).ToArbitrary();
        Prop.ForAll(lives, life => holds(life.Item1, Live(life.Item1, life.Item2.Select(s => (s.Item1, s.Item2))))).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void It_runs_at_most_once() => AnyLife((_, life) => life.Count(s => s.Before.Status != ActionStatus.Running && s.After.Status == ActionStatus.Running) <= 1);

    [Fact]
    public void It_runs_only_when_all_have_said_yes_in_time() => AnyLife((needsApproval, life) =>
    {
        var start = life.FindIndex(s => s.After.Status == ActionStatus.Running);
        if (start < 0)
            return true;
        var yes = life.FindIndex(s => s.What == ActionStep.Confirm && s.After.Taken);
        var asked = life.FindLastIndex(start, s => s.After.Status == ActionStatus.WaitingApproval && s.After.Taken);
        return yes >= 0 && yes < start && life[yes].At < Start.AddMinutes(30) && life[start].What == ActionStep.Start
            && (asked < 0 ? !needsApproval : life.GetRange(asked, start - asked).Exists(s =>
                s.What == ActionStep.Approve && s.After.Taken && s.At < life[asked].At + ActionLife.ApprovalLife));
    });

    [Fact]
    public void Nothing_leaves_a_final_state() => AnyLife((_, life) =>
        life.All(s => !s.Before.Status.IsFinal() || (s.After.Status == s.Before.Status && !s.After.Taken && s.After.Refusal == "final")));

    [Fact]
    public void A_step_is_taken_or_says_why_not() => AnyLife((_, life) => life.All(s => s.After.Taken == s.After.Refusal is null && (s.After.Taken || s.After.Status == s.Before.Status || s.After.Status == ActionStatus.Expired)));

    [Fact]
    public void Once_the_platform_is_asked_only_the_platform_ends_it() => AnyLife((_, life) => life.All(s =>
        s.Before.Status != ActionStatus.Running || s.After.Status is ActionStatus.Running or ActionStatus.Done or ActionStatus.Failed or ActionStatus.Unsupported));

    [Theory]
    [InlineData(false, "Confirm Start Succeed", ActionStatus.Done)]
    [InlineData(false, "Confirm Start Fail", ActionStatus.Failed)]
    [InlineData(false, "Confirm MeetNoSupport", ActionStatus.Unsupported)]
    [InlineData(false, "Confirm Confirm Start Start Confirm", ActionStatus.Running)]
    [InlineData(false, "Confirm Decline", ActionStatus.Confirmed)]
    [InlineData(false, "Approve Start", ActionStatus.Proposed)]
    [InlineData(true, "Confirm Start", ActionStatus.WaitingApproval)]
    [InlineData(true, "Confirm Approve Start Succeed", ActionStatus.Done)]
    [InlineData(true, "Confirm Reject Approve", ActionStatus.Rejected)]
    [InlineData(true, "Confirm Decline Approve", ActionStatus.Declined)]
    [InlineData(true, "Confirm Invalidate", ActionStatus.Invalidated)]
    [InlineData(false, "Decline Confirm Start", ActionStatus.Declined)]
    public void Its_steps_lead_where_they_should(bool needsApproval, string steps, ActionStatus end) =>
        Assert.Equal(end, Live(needsApproval, steps.Split(' ').Select(s => (Enum.Parse<ActionStep>(s), 1)))[^1].After.Status);

    [Fact]
    public void A_yes_that_comes_too_late_ends_it()
    {
        Assert.Equal((ActionStatus.Expired, false, "expired"), Live(false, [(ActionStep.Confirm, 30)])[0].After is var m ? (m.Status, m.Taken, m.Refusal) : default);
        Assert.Equal(ActionStatus.Expired, Live(true, [(ActionStep.Confirm, 1), (ActionStep.Approve, 72 * 60)])[1].After.Status);
        Assert.Equal(ActionStatus.Confirmed, Live(true, [(ActionStep.Confirm, 1), (ActionStep.Approve, 72 * 60 - 1)])[1].After.Status);
        Assert.Equal("not_yet", Live(false, [(ActionStep.Expire, 29)])[0].After.Refusal);
    }
}
