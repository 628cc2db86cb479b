using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Reva.Connections.LanguageModels.Providers;

/// <summary>Writes options and tools in OpenAI's form.</summary>
internal static class OpenAiOptions
{
    public static Sdk.ChatCompletionOptions Of(ChatOptions? options)
    {
        var result = new Sdk.ChatCompletionOptions
        {
            Temperature = options?.Temperature,
            TopP = options?.TopP,
            MaxOutputTokenCount = options?.MaxOutputTokens,
            ResponseFormat = Format(options?.ResponseFormat),
        };
        foreach (var stop in options?.StopSequences ?? [])
            result.StopSequences.Add(stop);
        foreach (var tool in options?.Tools?.OfType<AIFunctionDeclaration>() ?? [])
            result.Tools.Add(Sdk.ChatTool.CreateFunctionTool(tool.Name, tool.Description, BinaryData.FromString(tool.JsonSchema.GetRawText())));
        if (result.Tools.Count > 0)
            (result.ToolChoice, result.AllowParallelToolCalls) = (Choice(options?.ToolMode), options?.AllowMultipleToolCalls);
        return result;
    }

    private static Sdk.ChatToolChoice? Choice(ChatToolMode? mode) => mode switch
    {
        NoneChatToolMode => Sdk.ChatToolChoice.CreateNoneChoice(),
        RequiredChatToolMode { RequiredFunctionName: { } name } => Sdk.ChatToolChoice.CreateFunctionChoice(name),
        RequiredChatToolMode => Sdk.ChatToolChoice.CreateRequiredChoice(),
        AutoChatToolMode => Sdk.ChatToolChoice.CreateAutoChoice(),
        _ => null,
    };

    private static Sdk.ChatResponseFormat? Format(ChatResponseFormat? format) => format switch
    {
        ChatResponseFormatJson { Schema: { } schema } json => Sdk.ChatResponseFormat.CreateJsonSchemaFormat(json.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), json.SchemaDescription),
        ChatResponseFormatJson => Sdk.ChatResponseFormat.CreateJsonObjectFormat(),
        _ => null,
    };
}
