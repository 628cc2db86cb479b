using System.Text.Json;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Reva.Connections.LanguageModels.Providers;

/// <summary>Writes a conversation in OpenAI's form.</summary>
internal static class OpenAiMessages
{
    public static IEnumerable<Sdk.ChatMessage> Of(IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        (string.IsNullOrEmpty(options?.Instructions) ? [] : new Sdk.ChatMessage[] { new Sdk.SystemChatMessage(options.Instructions) }).Concat(messages.SelectMany(Of));

    private static IEnumerable<Sdk.ChatMessage> Of(ChatMessage message)
    {
        if (message.Role == ChatRole.Tool)
            return message.Contents.OfType<FunctionResultContent>().Select(Result);
        if (message.Role == ChatRole.Assistant)
            return [Assistant(message)];
        return [message.Role == ChatRole.System ? new Sdk.SystemChatMessage(message.Text) : new Sdk.UserChatMessage(message.Text)];
    }

    private static Sdk.AssistantChatMessage Assistant(ChatMessage message)
    {
        var calls = message.Contents.OfType<FunctionCallContent>().Select(Call).ToList();
        if (calls.Count == 0)
            return new(message.Text);
        var assistant = new Sdk.AssistantChatMessage(calls);
        if (message.Text.Length > 0)
            assistant.Content.Add(Sdk.ChatMessageContentPart.CreateTextPart(message.Text));
        return assistant;
    }

    private static Sdk.ChatToolCall Call(FunctionCallContent call) =>
        Sdk.ChatToolCall.CreateFunctionToolCall(call.CallId, call.Name, BinaryData.FromString(JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>(StringComparer.Ordinal))));

    private static Sdk.ToolChatMessage Result(FunctionResultContent result) =>
        new(result.CallId, result.Result as string ?? JsonSerializer.Serialize(result.Result));
}
