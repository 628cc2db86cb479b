using Reva.Agent.Ports;
using Reva.Connections.LanguageModels.Faults;
using Reva.Connections.LanguageModels.Settings;

namespace Reva.Connections.LanguageModels.Routing;

/// <summary>How long the models may take over one turn, from its first call on and over all rounds, tries and providers.</summary>
/// <param name="Within">Until the first token of any round.</param>
/// <param name="Whole">Until the last token of the last round.</param>
/// <param name="ReadingPace">Characters that earn another second for the whole: who speaks at a shopper's reading pace is not cut off, who drips is. Null when none do.</param>
/// <param name="First">Until the first token of one try.</param>
/// <param name="Next">Between two tokens.</param>
internal sealed record CallLimits(TimeSpan Within, TimeSpan Whole, TimeSpan First, TimeSpan Next, double? ReadingPace)
{
    public static CallLimits For(ModelPurpose purpose, ModelOptions options) => purpose == ModelPurpose.Understand
        ? Of(options.UnderstandWithinSeconds, options.UnderstandWithinSeconds, null, options)
        : Of(options.ReplyWithinSeconds, options.ReplyWholeSeconds, 20, options);

    /// <summary>The pace of a try after so much time. With others to follow it gets two thirds of what is left, so that they get their turn.</summary>
    public Pace Try(TimeSpan elapsed, long said, bool othersFollow)
    {
        var left = Within - elapsed;
        var most = othersFollow ? left * 2 / 3 : left;
        var earned = ReadingPace is { } pace ? TimeSpan.FromSeconds(said / pace) : TimeSpan.Zero;
        return new(most < First ? most : First, Next, Whole + earned - elapsed, ReadingPace);
    }

    private static CallLimits Of(double within, double whole, double? readingPace, ModelOptions options) => new(
        TimeSpan.FromSeconds(within), TimeSpan.FromSeconds(Math.Max(within, whole)), TimeSpan.FromSeconds(options.FirstTokenSeconds), TimeSpan.FromSeconds(options.NextTokenSeconds), readingPace);
}
