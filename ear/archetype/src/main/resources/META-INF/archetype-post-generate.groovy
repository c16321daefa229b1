// A project with a WAR does not need the module that makes an EAR.
def project = new File(request.outputDirectory, request.artifactId)
if (request.properties['archive'] == 'war') {
    new File(project, 'ear').deleteDir()
}
println """
${request.artifactId} is in ${project}. There:
  mvn verify    builds the archive, and tests the task without a server and on a WildFly
  mvn -Prun     starts a WildFly with the archive; then: curl -X POST localhost:8080/${request.artifactId}/api/greetings/Ada
"""
