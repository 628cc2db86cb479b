namespace Reva.Agent.Understanding.Classification;

/// <summary>An example to learn from, or to measure with.</summary>
/// <param name="Text">As a person writes it.</param>
/// <param name="Label">The class it belongs to.</param>
public sealed record LabelledText(string Text, string Label);
