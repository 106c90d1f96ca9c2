<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="1" opacity="0.85" alphaBand="-1" classificationMin="0" classificationMax="1" nodataColor="">
      <rasterTransparency/>
      <rastershader>
        <colorrampshader colorRampType="DISCRETE" classificationMode="2" clip="0" minimumValue="0" maximumValue="1" labelPrecision="1">
          <item value="0.1" color="#fff3c9" alpha="255" label="0 – 0.1  few tasks together"/>
          <item value="0.2" color="#fedd8f" alpha="255" label="0.1 – 0.2"/>
          <item value="0.3" color="#fcba5c" alpha="255" label="0.2 – 0.3"/>
          <item value="0.4" color="#f28c3b" alpha="255" label="0.3 – 0.4"/>
          <item value="0.5" color="#d95b33" alpha="255" label="0.4 – 0.5"/>
          <item value="0.6" color="#ab3036" alpha="255" label="0.5 – 0.6"/>
          <item value="inf" color="#6a1738" alpha="255" label="0.6 – 1  many tasks together"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
