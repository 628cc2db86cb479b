using System.Text.Json;
using Microsoft.Extensions.AI;
using Reva.Agent.Tools;

namespace Reva.Agent.LanguageModels;

/// <summary>A tool as a model sees it: name, description, schema. Calling it is the turn's business.</summary>
internal sealed class ToolDeclaration(ITool tool) : AIFunctionDeclaration
{
    public override string Name => tool.Name;

    public override string Description => tool.Description;

    public override JsonElement JsonSchema => tool.Schema;
}
