using FoiPipeline.Emulation;

[assembly: AssemblyFixture(typeof(Azurite))]
