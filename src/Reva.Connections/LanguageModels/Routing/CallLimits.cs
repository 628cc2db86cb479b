using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Faults;
using Reva.Connections.LanguageModels.Settings;

namespace Reva.Connections.LanguageModels.Routing;

/// <summary>How long one call may take, over all tries and providers.</summary>
/// <param name="Within">Until the first token.</param>
/// <param name="Whole">Whether <paramref name="Within"/> holds for the whole answer.</param>
internal sealed record CallLimits(TimeSpan Within, bool Whole, TimeSpan First, TimeSpan Next)
{
    public static CallLimits For(ModelPurpose purpose, ModelOptions options) => new(
        TimeSpan.FromSeconds(purpose == ModelPurpose.Understand ? options.UnderstandWithinSeconds : options.ReplyWithinSeconds),
        purpose == ModelPurpose.Understand,
        TimeSpan.FromSeconds(options.FirstTokenSeconds),
        TimeSpan.FromSeconds(options.NextTokenSeconds));

    /// <summary>The pace of a try, when <paramref name="left"/> is left. With others to follow it gets two thirds, so that they get their turn.</summary>
    public Pace Try(TimeSpan left, bool othersFollow)
    {
        var most = othersFollow ? left * 2 / 3 : left;
        return new(most < First ? most : First, Next, Whole ? left : null);
    }
}
