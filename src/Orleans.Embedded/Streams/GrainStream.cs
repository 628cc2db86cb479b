using Orleans.Embedded.Activations;
using Orleans.Embedded.Calls;
using Orleans.Embedded.Copying;
using Orleans.Runtime;

namespace Orleans.Embedded.Streams;

/// <summary>Something that ends with its activation.</summary>
internal interface IAbortable
{
    void Abort();
}

/// <summary>A stream of a grain in the hands of a caller; each enumeration calls the method anew.</summary>
internal sealed class GrainStream<T>(GrainReference reference, StreamMethod<T> method, object?[] arguments) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(reference.Silo, reference.GrainId, method, [.. arguments], cancellationToken);

    private sealed class Enumerator(Silo silo, GrainId target, StreamMethod<T> method, object?[] arguments, CancellationToken cancellationToken) : IAsyncEnumerator<T>, IAbortable
    {
        private static readonly Func<object?, object?>? CopyItem = Copier.For(typeof(T));
        private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, method.TokenOf(arguments) ?? CancellationToken.None);
        private Activation? _activation;
        private IAsyncEnumerator<T>? _source;
        private TaskCompletionSource<bool>? _waiting;
        private Task _step = Task.CompletedTask;
        private volatile bool _aborted;

        public T Current { get; private set; } = default!;

        public async ValueTask<bool> MoveNextAsync()
        {
            if (_activation is null)
                await OpenAsync();
            if (_aborted)
                throw new EnumerationAbortedException();
            var answer = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting = answer;
            _activation!.Interleave(() => _step = StepAsync(answer));
            return await answer.Task;
        }

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            if (_activation is { } activation && !_aborted)
            {
                var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                activation.Interleave(() => _step = CloseAsync(activation, closed));
                await closed.Task;
            }
            _stop.Dispose();
        }

        public void Abort()
        {
            _aborted = true;
            _waiting?.TrySetException(new EnumerationAbortedException());
            _stop.Cancel();
        }

        // Opening is a request of its own: it waits its turn, the items after it do not.
        private Task OpenAsync()
        {
            var request = new OpenRequest(this, silo, target);
            silo.Send(request);
            return request.Opened;
        }

        private async Task StepAsync(TaskCompletionSource<bool> answer)
        {
            try
            {
                var more = await _source!.MoveNextAsync();
                if (more)
                    Current = CopyItem is null ? _source.Current : (T)CopyItem(_source.Current)!;
                answer.TrySetResult(more);
            }
            catch (OperationCanceledException) when (_aborted)
            {
                answer.TrySetException(new EnumerationAbortedException());
            }
            catch (OperationCanceledException cancelled)
            {
                answer.TrySetCanceled(cancelled.CancellationToken);
            }
            catch (Exception failure)
            {
                answer.TrySetException(failure);
            }
        }

        private async Task CloseAsync(Activation activation, TaskCompletionSource closed)
        {
            try
            {
                // An iterator must not be disposed in the middle of a step; the token has ended the step's wait.
                await _step;
                if (_source is not null)
                    await _source.DisposeAsync();
                closed.TrySetResult();
            }
            catch (Exception failure)
            {
                closed.TrySetException(failure);
            }
            activation.Detach(this);
        }

        private sealed class OpenRequest(Enumerator stream, Silo silo, GrainId target) : Request(silo, target, stream.Method, [])
        {
            private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

            public Task Opened => _opened.Task;

            protected override bool IsOver => _opened.Task.IsCompleted;

            public override void Fail(Exception failure) => _opened.TrySetException(failure);

            protected override void Cancel(CancellationToken token) => _opened.TrySetCanceled(token);

            protected override Task InvokeAsync(Activation activation)
            {
                stream._activation = activation;
                stream._source = stream.Method.Open(activation.GrainInstance!, stream.Arguments, stream._stop.Token).GetAsyncEnumerator(stream._stop.Token);
                activation.Attach(stream);
                _opened.TrySetResult();
                return Task.CompletedTask;
            }
        }

        private StreamMethod<T> Method => method;

        private object?[] Arguments => arguments;
    }
}
