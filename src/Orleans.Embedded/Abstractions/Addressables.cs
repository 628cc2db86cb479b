namespace Orleans.Runtime
{
    /// <summary>Something that can be called by its identity.</summary>
    public interface IAddressable;
}

namespace Orleans
{
    using Orleans.Runtime;

    /// <summary>A grain's interface.</summary>
    public interface IGrain : IAddressable;

    /// <summary>A grain with a string key.</summary>
    public interface IGrainWithStringKey : IGrain;

    /// <summary>An object outside any grain that grains may call back.</summary>
    public interface IGrainObserver : IAddressable;

    /// <summary>What every grain class is.</summary>
    public interface IGrainBase
    {
        /// <summary>The activation.</summary>
        IGrainContext GrainContext { get; }

        /// <summary>Runs before the first request.</summary>
        Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

        /// <summary>Runs after the last request.</summary>
        Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
    }

    /// <summary>Gives references to grains; a grain comes to life when first called.</summary>
    public interface IGrainFactory
    {
        /// <summary>The grain of an interface with this key.</summary>
        TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null) where TGrainInterface : IGrainWithStringKey;

        /// <summary>As the generic one, by interface type.</summary>
        IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);

        /// <summary>The grain with this identity as another of its interfaces.</summary>
        TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable;

        /// <summary>The grain with this identity.</summary>
        IAddressable GetGrain(GrainId grainId);

        /// <summary>A reference that grains can call <paramref name="obj"/> by.</summary>
        TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver;

        /// <summary>Ends such a reference.</summary>
        void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj) where TGrainObserverInterface : IGrainObserver;
    }
}
