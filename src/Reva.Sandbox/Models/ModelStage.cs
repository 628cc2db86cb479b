using System.Globalization;
using Reva.Sandbox.Models.Scripts;

namespace Reva.Sandbox.Models;

/// <summary>How one API writes an answer.</summary>
internal interface IModelWriter
{
    /// <summary>The whole answer at once.</summary>
    object Whole(ModelRequest request, ModelReply reply);

    /// <summary>An error in the API's own form.</summary>
    object Error(int status);

    Task Begin(ModelRequest request);

    Task Piece(string text);

    /// <summary>A call, its arguments in fragments.</summary>
    Task Call(int index, ModelCall call);

    Task End(ModelReply reply);
}

/// <summary>Plays an answer to the wire, with everything that goes wrong on the way.</summary>
internal sealed class ModelStage(ScriptBook scripts, TimeProvider time)
{
    public async Task Play(HttpContext http, ModelRequest request, IModelWriter writer)
    {
        var reply = scripts.Answer(request) ?? UnscriptedModel.Answer(request);
        if (reply.Fault is { Kind: "empty" })
            reply = reply with { Pieces = [], Calls = [] };
        if (await FailsAtOnce(http, reply.Fault, writer))
            return;
        if (request.Stream)
            await Stream(http, request, reply, writer);
        else
            await WriteWhole(http, request, reply, writer);
    }

    private async Task<bool> FailsAtOnce(HttpContext http, StepFault? fault, IModelWriter writer)
    {
        switch (fault)
        {
            case { Kind: "status" }:
                if (fault.RetryAfter is { } after)
                    http.Response.Headers.RetryAfter = after.ToString(CultureInfo.InvariantCulture);
                http.Response.StatusCode = fault.Status ?? StatusCodes.Status500InternalServerError;
                await http.Response.WriteAsJsonAsync(writer.Error(http.Response.StatusCode));
                return true;
            case { Kind: "reset" }:
                http.Abort();
                return true;
            case { Kind: "silence", After: 0 }:
                await Wait(fault.Delay, http);
                http.Abort();
                return true;
            default:
                return false;
        }
    }

    private async Task WriteWhole(HttpContext http, ModelRequest request, ModelReply reply, IModelWriter writer)
    {
        if (Pause(reply) * reply.Pieces.Count is > 0 and var seconds)
            await Wait(seconds, http);
        if (reply.Fault is { Kind: "malformed" or "cut" } fault)
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"id": "msg_1", "choices": [{"mess""");
            await http.Response.Body.FlushAsync();
            if (fault.Kind == "cut")
                throw new CutOffException();
            return;
        }
        await http.Response.WriteAsJsonAsync(writer.Whole(request, reply));
    }

    private async Task Stream(HttpContext http, ModelRequest request, ModelReply reply, IModelWriter writer)
    {
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        await writer.Begin(request);
        for (var i = 0; i < reply.Pieces.Count; i++)
        {
            if (await BreaksAt(i, http, reply.Fault))
                return;
            if (i > 0 && Pause(reply) is > 0 and var seconds)
                await Wait(seconds, http);
            await writer.Piece(reply.Pieces[i]);
        }
        if (await BreaksAt(int.MaxValue, http, reply.Fault))
            return;
        for (var i = 0; i < reply.Calls.Count; i++)
            await writer.Call(i, reply.Calls[i]);
        await writer.End(reply);
    }

    private async Task<bool> BreaksAt(int piece, HttpContext http, StepFault? fault)
    {
        if (fault is null || piece < fault.After)
            return false;
        switch (fault.Kind)
        {
            case "cut":
                throw new CutOffException();
            case "silence":
                await Wait(fault.Delay, http);
                http.Abort();
                return true;
            case "malformed":
                await http.Response.WriteAsync("data: {\"id\": \"chunk\", \"choices\": [{\"del\n\n");
                await http.Response.Body.FlushAsync();
                return true;
            default:
                return false;
        }
    }

    private static double Pause(ModelReply reply) => reply.Fault is { Kind: "drip" } drip ? drip.Delay ?? 5 : reply.Delay;

    private Task Wait(double? seconds, HttpContext http) =>
        Task.Delay(seconds is { } s ? TimeSpan.FromSeconds(s) : Timeout.InfiniteTimeSpan, time, http.RequestAborted);
}

/// <summary>Ends a connection in the middle of an answer. Unlike an abort it lets what was written arrive first.</summary>
internal sealed class CutOffException() : Exception("The sandbox was told to cut this answer off.");
