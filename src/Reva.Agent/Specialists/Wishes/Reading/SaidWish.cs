using Reva.Core.Actions;

namespace Reva.Agent.Specialists.Wishes.Reading;

/// <summary>One wish of a message, in its own words.</summary>
/// <param name="Kind">What is wished.</param>
/// <param name="Text">Its words, from its verb on.</param>
/// <param name="OrderNumber">The order it names; null when it names none.</param>
internal sealed record SaidWish(ActionKind Kind, string Text, string? OrderNumber);
