using Orleans.Embedded.Activations;
using Orleans.Runtime;

namespace Orleans.Runtime
{
    /// <summary>A grain's activation.</summary>
    public interface IGrainContext
    {
        /// <summary>Whose activation it is.</summary>
        GrainId GrainId { get; }

        /// <summary>The grain object.</summary>
        object? GrainInstance { get; }

        /// <summary>Services of the host.</summary>
        IServiceProvider ActivationServices { get; }

        /// <summary>Ends the activation once its running requests are done.</summary>
        void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
    }

    /// <summary>What grains need of their runtime.</summary>
    public interface IGrainRuntime
    {
        /// <summary>References to other grains.</summary>
        IGrainFactory GrainFactory { get; }

        /// <summary>The clock.</summary>
        TimeProvider TimeProvider { get; }
    }
}

namespace Orleans
{
    /// <summary>Base class of grains.</summary>
    public abstract class Grain : IGrainBase, IAddressable
    {
        private readonly IGrainRuntime _runtime;

        /// <summary>For the runtime, which knows what it creates.</summary>
        protected Grain() : this(ActivationBeingCreated.Context) { }

        /// <summary>For a given activation, in tests.</summary>
        protected Grain(IGrainContext grainContext, IGrainRuntime? grainRuntime = null)
        {
            GrainContext = grainContext;
            _runtime = grainRuntime ?? (grainContext as Activation)?.Silo
                ?? throw new InvalidOperationException("A grain is made by the runtime: get it from IGrainFactory.");
        }

        /// <inheritdoc/>
        public IGrainContext GrainContext { get; }

        /// <summary>References to other grains.</summary>
        protected IGrainFactory GrainFactory => _runtime.GrainFactory;

        /// <summary>Services of the host.</summary>
        protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

        /// <summary>Ends this activation once its running requests are done; the next call makes a new one.</summary>
        protected void DeactivateOnIdle() => GrainContext.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "DeactivateOnIdle was called."));

        /// <summary>Keeps this activation for at least this long, however idle.</summary>
        protected void DelayDeactivation(TimeSpan timeSpan) => ((Activation)GrainContext).Delay(timeSpan);

        /// <inheritdoc/>
        public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        /// <inheritdoc/>
        public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
