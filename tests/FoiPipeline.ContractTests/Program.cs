using FoiPipeline.ContractTests;
using FoiPipeline.ContractTests.SecondProcess;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args is [Job.Verb, var job, var place, var who, var times])
{
    return await Job.RunAsync(job, place, who, times);
}

// What xunit's own entry point does.
return args.Any(a => a is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
