using FoiPipeline.ContractTests;
using FoiPipeline.ContractTests.SecondProcess;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args is [Job.Verb, var job, var folder, var who])
{
    return await Job.RunAsync(job, folder, who);
}

// What xunit's own entry point does.
return args.Any(a => a is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
