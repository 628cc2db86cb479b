namespace Reva.Agent.Tools.Acting;

/// <summary>All tools that propose actions.</summary>
/// <param name="All">One for each kind.</param>
public sealed record ActionTools(IReadOnlyList<IActionTool> All);
