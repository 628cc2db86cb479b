namespace Reva.Agent.Turns;

/// <summary>Takes a turn's events as they happen. Called in order, never at once from two threads; must not block.</summary>
public interface ITurnSink
{
    /// <summary>Takes one event.</summary>
    void Emit(TurnEvent turnEvent);
}
